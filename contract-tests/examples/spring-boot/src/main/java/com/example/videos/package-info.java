/** A Spring Boot application with a client as a bean. */
package com.example.videos;
